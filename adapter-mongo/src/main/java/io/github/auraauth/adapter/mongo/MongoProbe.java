package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.health.DependencyProbe;

/** Tells whether the primary answers, either that of the users or that of the terms. */
public final class MongoProbe implements DependencyProbe {
    private static final String TERMS = "terms";

    private final MongoConnection connection;
    private final String name;
    private final boolean needed;

    private MongoProbe(MongoConnection connection, String name, boolean needed) {
        this.connection = requireNonNull(connection, "connection");
        this.name = name;
        this.needed = needed;
    }

    /** The probe of the users' database, without which the service cannot work. */
    public MongoProbe(MongoConnection connection) {
        this(connection, MongoConnection.DEPENDENCY, true);
    }

    /** The probe of the terms' database, which is only reported: users are served without it. */
    public static MongoProbe ofTerms(MongoConnection connection) {
        return new MongoProbe(connection, TERMS, false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isNeeded() {
        return needed;
    }

    @Override
    public boolean answers(Deadline deadline) {
        try {
            connection.ping(deadline);
            return true;
        } catch (Outage outage) {
            return false;
        }
    }
}
