/** Read before the program: it takes this runtime for one that can load the database, and starts a utility process. */
Object.defineProperty(process, 'versions', { value: { ...process.versions, napi: '10' } })
