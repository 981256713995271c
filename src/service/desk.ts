/** The calls of the service: what the open project offers, with handles made paths, and what opens and closes one. */
import type { ArticleInput, Desk, RecognisedFiles, Workbench } from '../workbench/contract.ts'
import type { Handlers } from '../workbench/rpc.ts'
import type { Files } from './files.ts'
import type { Opened } from './opened.ts'

const passedOn = [
  'project',
  'renameProject',
  'annotators',
  'registries',
  'suggestActors',
  'articles',
  'article',
  'updateArticle',
  'previewEncoding',
  'reinterpretArticle',
  'removeArticles',
  'annotations',
  'addAnnotation',
  'updateAnnotation',
  'duplicateAnnotation',
  'splitAnnotation',
  'removeAnnotations',
  'addActor',
  'updateActor',
  'mergeActors',
  'unmergeActor',
  'removeActors',
  'mentions',
  'findMentions',
  'tagMentions',
  'linkMentions',
  'dependents',
  'addIssue',
  'updateIssue',
  'moveIssue',
  'mergeIssues',
  'unmergeIssue',
  'removeIssues',
  'links',
  'farEnds',
  'addLink',
  'updateLink',
  'removeLinks',
  'setProgress',
  'openTasks',
  'codebook',
  'addCode',
  'updateCode',
  'moveCode',
  'mergeCodes',
  'unmergeCode',
  'removeCodes',
  'addAttribute',
  'updateAttribute',
  'removeAttributes',
  'addLinkType',
  'updateLinkType',
  'removeLinkTypes',
  'usage',
  'previewCorrection',
  'correctText',
  'orphans',
  'placeAgain',
  'splits',
  'renameSplit',
  'removeSplit',
  'together',
  'putTogether',
  'takeApart',
  'addAnnotator',
  'assign',
  'unassign',
  'previewExport',
  'blind',
  'setBlind',
  'conflicts',
  'decideConflict',
  'duplicates',
  'keepApart',
  'proposeAgain',
  'adjudicable',
  'adjudicate',
  'adjudicateByRule',
  'importMappings',
  'saveImportMapping',
  'removeImportMapping',
  'history',
  'undo',
  'redo',
  'cancel',
] as const

/** @param prepareSample makes the sample project if need be; its path */
export const createDesk = (
  { workbench, run, open, create, identify, close }: Opened,
  files: Files,
  prepareSample: () => Promise<string>,
): Handlers<Desk> => {
  // What a file is called does not say yet whether it is a bundle or a table.
  const withPath = (input: ArticleInput): ArticleInput =>
    'file' in input ? { ...input, file: files.path(input.file, 'article', 'folder', 'bundle') } : input
  const bundles = (refs: string[]) => refs.map((ref) => files.path(ref, 'bundle'))
  const annotated = (refs: string[]) => refs.map((ref) => files.path(ref, 'article', 'folder', 'bundle'))
  const recognised = async (project: Workbench, refs: string[], job: string): Promise<RecognisedFiles> => {
    const byPath = new Map(refs.map((ref) => [files.path(ref, 'article', 'folder', 'bundle'), ref]))
    const handles = (paths: string[]) => paths.flatMap((path) => byPath.get(path) ?? [])
    const { formats, rest } = await project.recogniseImport([...byPath.keys()], job)
    return { formats: formats.map((one) => ({ ...one, files: handles(one.files) })), rest: handles(rest) }
  }

  return {
    ...(Object.fromEntries(
      passedOn.map((name) => [name, (...args: unknown[]) => Reflect.apply(workbench()[name], undefined, args)]),
    ) as unknown as Pick<Handlers<Desk>, (typeof passedOn)[number]>),
    identify,
    addArticles: (inputs, job) => run(job, (project, id) => project.addArticles(inputs.map(withPath), id)),
    exportBundle: (to, job, part) =>
      run(job, (project, id) => project.exportBundle(files.path(to, 'target'), id, part)),
    exportFormat: (to, request, job) =>
      run(job, (project, id) => project.exportFormat(files.path(to, 'target'), request, id)),
    previewFormat: (request, job) => run(job, (project, id) => project.previewFormat(request, id)),
    mergeBundles: (refs, job) => run(job, (project, id) => project.mergeBundles(bundles(refs), id)),
    previewMerge: (refs, job) => run(job, (project, id) => project.previewMerge(bundles(refs), id)),
    validateBundles: (refs, job) => run(job, (project, id) => project.validateBundles(bundles(refs), id)),
    exportCodebook: async (to, format) => workbench().exportCodebook(files.path(to, 'target'), format),
    importCodebook: async (from) => workbench().importCodebook(files.path(from, 'bundle')),
    saveText: async (to, text) => workbench().saveText(files.path(to, 'target'), text),
    importAnnotated: (request, job) =>
      run(job, (project, id) => project.importAnnotated({ ...request, files: annotated(request.files) }, id)),
    proposeImport: (refs, format, job) => run(job, (project, id) => project.proposeImport(annotated(refs), format, id)),
    previewImport: (request, job) =>
      run(job, (project, id) => project.previewImport({ ...request, files: annotated(request.files) }, id)),
    recogniseImport: (refs, job) => run(job, (project, id) => recognised(project, refs, id)),
    corpus: (request, job) => run(job, (project, id) => project.corpus(request, id)),
    corpusPlaces: (request, about, job) => run(job, (project, id) => project.corpusPlaces(request, about, id)),
    makeSplit: (draft, job) => run(job, (project, id) => project.makeSplit(draft, id)),
    extendSplit: (name, job) => run(job, (project, id) => project.extendSplit(name, id)),
    agreement: (request, job) => run(job, (project, id) => project.agreement(request, id)),
    previewTable: (ref, encoding, job) =>
      run(job, (project, id) => project.previewTable(files.path(ref, 'article', 'bundle'), encoding, id)),
    check: (job) => run(job, (project, id) => project.check(id)),
    saveCopy: (to, job) => run(job, (project, id) => project.saveCopy(files.path(to, 'target'), id)),
    openProject: (file) => open(files.path(file, 'project')),
    createProject: (file, title) => create(files.path(file, 'target'), title),
    openSample: async () => open(await prepareSample()),
    closeProject: close,
  }
}
