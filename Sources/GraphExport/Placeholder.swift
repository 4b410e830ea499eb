enum GraphExportPlaceholder {}
