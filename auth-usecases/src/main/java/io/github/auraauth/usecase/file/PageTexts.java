package io.github.auraauth.usecase.file;

import io.github.auraauth.domain.file.FileName;
import java.util.Map;

/** The texts of pages, over which files of the operator's can be laid. Used by one thread. */
public interface PageTexts {
    /** Most bytes that a file of texts may have. */
    int largest();

    /** Whether a file of that name has texts. */
    boolean isNamedAsTexts(FileName name);

    /**
     * Whether pages could be shown with these files laid over the local texts; where not, it tells the operator why.
     *
     * @param files all that are to be laid there, by name
     * @param judged the one of them that is new
     */
    boolean accepts(Map<FileName, byte[]> files, FileName judged);

    /** Shows pages with these files from now on, all of which were accepted; with none, with the local texts alone. */
    void use(Map<FileName, byte[]> files);
}
