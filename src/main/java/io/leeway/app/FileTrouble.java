package io.leeway.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says what is the matter with a file: the JDK's own exceptions often say no more than its name. */
final class FileTrouble {
    private FileTrouble() {}

    /** A sentence for whoever named the file. */
    static String sentence(IOException trouble) {
        if (!(trouble instanceof FileSystemException file)) {
            return String.valueOf(trouble.getMessage());
        }
        if (file instanceof NoSuchFileException) {
            return file.getFile() + " does not exist, or a folder on its way";
        }
        if (file instanceof AccessDeniedException) {
            return file.getFile() + " may not be read or written by this user";
        }
        return file.getReason() == null
                ? file.getFile() + " cannot be read or written"
                : String.valueOf(file.getMessage());
    }
}
