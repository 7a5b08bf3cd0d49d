package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of rows that cannot be read as users: of each once in the log, without its values, and of every reading that met
 * one to whoever counts them. Shared by the stores of a process; safe for use by many threads.
 */
public final class UnreadableRows {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRows.class);

    /** So many rows are known to be in the log; the one longest unseen may be told again. */
    private static final int MOST_KNOWN = 10_000;

    private final Set<Object> told = Collections.newSetFromMap(Collections.synchronizedMap(new LastSeen()));
    private final Runnable counter;
    private final Consumer<String> log;

    /** @param counter is run at each reading that met such a row */
    public UnreadableRows(Runnable counter) {
        this(counter, LOG::warn);
    }

    UnreadableRows(Runnable counter, Consumer<String> log) {
        this.counter = requireNonNull(counter, "counter");
        this.log = log;
    }

    void met(Object id, String field) {
        counter.run();
        if (told.add(id)) {
            log.accept("the user row " + name(id) + " holds no readable " + field + " and is absent to callers");
        }
    }

    /** What another program has chosen for an id may be personal. */
    private static String name(Object id) {
        return id instanceof ObjectId own ? own.toHexString() : "whose _id is no ObjectId";
    }

    private static final class LastSeen extends LinkedHashMap<Object, Boolean> {
        private static final long serialVersionUID = 1;

        LastSeen() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Boolean> eldest) {
            return size() > MOST_KNOWN;
        }
    }
}
