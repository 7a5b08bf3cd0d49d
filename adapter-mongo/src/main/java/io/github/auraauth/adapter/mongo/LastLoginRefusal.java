package io.github.auraauth.adapter.mongo;

import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;
import io.github.auraauth.port.Outage;
import java.util.Optional;

/**
 * The last refusal of a login. The driver tells it to one of the calls that wait for a connection; to the others the server
 * is away for a moment, and they only see their time pass. Safe for use by many threads.
 */
final class LastLoginRefusal implements ServerListener {
    private volatile Optional<Outage.Refused> last = Optional.empty();

    @Override
    public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
        Throwable failure = event.getNewDescription().getException();
        if (failure != null) {
            last = DriverFailures.refusal(failure);
        }
    }

    /** A login has succeeded. */
    void forget() {
        last = Optional.empty();
    }

    /** Empty where no login was refused, or has succeeded since, or the server was lost for another reason since. */
    Optional<Outage.Refused> last() {
        return last;
    }
}
