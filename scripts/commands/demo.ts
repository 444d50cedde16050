import { demonstrate } from '../demonstrate.ts';

process.exitCode = await demonstrate(process.argv.slice(2));
