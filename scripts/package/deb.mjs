/** Makes a Debian package of a packed folder. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { fromRoot, readJson } from '../lib/project.mjs'
import { run } from '../lib/run.mjs'

const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' }
const DEPENDS = ['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1']
const TIME_LIMIT_SECONDS = 20 * 60

const desktopEntry = `[Desktop Entry]
Type=Application
Name=Actant
GenericName=Annotation workbench
GenericName[ru]=Разметка текстов
Comment=Annotate who holds which position and who claims what
Comment[ru]=Кто какую позицию занимает и что утверждает
Exec=actant %F
Icon=actant
Categories=Office;Science;
MimeType=application/x-actant;
StartupWMClass=Actant
`

const mimeType = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-actant">
    <comment>Actant project</comment>
    <comment xml:lang="ru">Проект Actant</comment>
    <sub-class-of type="application/vnd.sqlite3"/>
    <glob pattern="*.actant"/>
    <icon name="actant"/>
  </mime-type>
</mime-info>
`

/** @returns {Promise<string>} the path of the package */
export async function makeDeb(folder, out, isFallback) {
  const { version, description } = readJson(fromRoot('package.json'))
  const fullVersion = `${version}${isFallback ? '+fallback' : ''}`
  const target = join(out, `actant_${fullVersion}_${ARCHITECTURES[process.arch]}.deb`)
  const tree = mkdtempSync(join(tmpdir(), 'actant-deb-'))
  try {
    const put = (path, content) => {
      mkdirSync(dirname(join(tree, path)), { recursive: true })
      writeFileSync(join(tree, path), content)
    }
    cpSync(folder, join(tree, 'opt/actant'), { recursive: true })
    // Where ordinary users may not build a sandbox of namespaces, Chromium takes this helper.
    chmodSync(join(tree, 'opt/actant/chrome-sandbox'), 0o4755)
    put('usr/share/applications/actant.desktop', desktopEntry)
    put('usr/share/mime/packages/actant.xml', mimeType)
    put('usr/share/icons/hicolor/512x512/apps/actant.png', readFileSync(fromRoot('resources/icon.png')))
    put('usr/share/icons/hicolor/scalable/apps/actant.svg', readFileSync(fromRoot('resources/icon.svg')))
    put('usr/share/doc/actant/copyright', readFileSync(fromRoot('LICENSE')))
    mkdirSync(join(tree, 'usr/bin'))
    symlinkSync('/opt/actant/actant', join(tree, 'usr/bin/actant'))
    const fields = {
      Package: 'actant',
      Version: fullVersion,
      Architecture: ARCHITECTURES[process.arch],
      Maintainer: 'Actant contributors <actant@localhost>',
      Section: 'science',
      Priority: 'optional',
      Depends: DEPENDS.join(', '),
      Description: description,
    }
    put(
      'DEBIAN/control',
      `${Object.entries(fields)
        .map(([name, value]) => `${name}: ${value}\n`)
        .join('')}`,
    )
    chmodSync(tree, 0o755)
    const args = ['--root-owner-group', '-Zxz', '-z1', '-b', tree, target]
    const { code, output, stopped } = await run('dpkg-deb', args, { seconds: TIME_LIMIT_SECONDS })
    if (code !== 0) throw new Failure(`dpkg-deb failed: ${stopped ?? output.trim().split('\n').at(-1)}`)
    return target
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}
