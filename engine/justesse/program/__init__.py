"""The checked program: declarations, typed core, what depends on what. No dossier is read here, nothing is computed."""
