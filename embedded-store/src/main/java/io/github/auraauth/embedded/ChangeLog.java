package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;

/** What is told of changes of documents, before a reader can see them. */
interface ChangeLog {
    /** A document is there, in the place of the one with the same id if there was one. */
    void put(String namespace, byte[] document);

    /** The document that was put last lacks something that it had before. */
    void fieldsRemoved();

    void removed(String namespace, Document document);
}
