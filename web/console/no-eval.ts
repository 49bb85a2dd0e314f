import * as z from 'zod';

// Before any schema is made: zod would try whether it may compile code, and the pages' policy would report it.
z.config({ jitless: true });
