package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.DependencyProbe;
import io.github.auraauth.port.out.Outage;

/** Whether the primary answers; without it the service can do nothing. */
public final class MongoProbe implements DependencyProbe {
    private final MongoConnection connection;

    public MongoProbe(MongoConnection connection) {
        this.connection = requireNonNull(connection, "connection");
    }

    @Override
    public String name() {
        return MongoCalls.DEPENDENCY;
    }

    @Override
    public boolean isNeeded() {
        return true;
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
