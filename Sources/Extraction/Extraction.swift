/// Extraction turns analyzed documents into statements.
enum Extraction {}
