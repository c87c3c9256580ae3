"""What travels over HTTP beside the pages: headers, compression, typefaces."""
