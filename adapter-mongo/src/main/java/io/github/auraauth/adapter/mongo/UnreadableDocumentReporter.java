package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.RandomIds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports documents that cannot be read as what their collection holds: each document once in the log, without its values,
 * and every reading that met one to a counter. Shared by the stores of a process; safe for use by many threads.
 */
public final class UnreadableDocumentReporter {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableDocumentReporter.class);

    /** How many documents are remembered as logged; the one longest unseen may be logged again. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Set<Object> logged = Collections.newSetFromMap(Collections.synchronizedMap(new LastSeen()));
    private final String kind;
    private final Runnable counter;
    private final Consumer<String> log;

    /**
     * @param kind what the log calls such a document, as in {@code user row}
     * @param counter is run at each reading that meets an unreadable document
     */
    public UnreadableDocumentReporter(String kind, Runnable counter) {
        this(kind, counter, LOG::warn);
    }

    UnreadableDocumentReporter(String kind, Runnable counter, Consumer<String> log) {
        this.kind = requireNonNull(kind, "kind");
        this.counter = requireNonNull(counter, "counter");
        this.log = log;
    }

    /**
     * Reports a document that a reading has met and left out.
     *
     * @param id its {@code _id}
     * @param field the first one that cannot be read
     */
    public void report(Object id, String field) {
        counter.run();
        if (logged.add(id)) {
            log.accept("the " + kind + ' ' + name(id) + " holds no readable " + field + " and is absent to callers");
        }
    }

    /** An id that another program has chosen may be personal data; a UUID says nothing of anybody. */
    private static String name(Object id) {
        if (id instanceof String text && RandomIds.isUuid(text)) {
            return text;
        }
        return id instanceof ObjectId own ? own.toHexString() : "whose _id is no ObjectId";
    }

    private static final class LastSeen extends LinkedHashMap<Object, Boolean> {
        private static final long serialVersionUID = 1;

        LastSeen() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
