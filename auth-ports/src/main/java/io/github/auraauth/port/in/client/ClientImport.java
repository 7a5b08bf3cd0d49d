package io.github.auraauth.port.in.client;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.client.ClientDump;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * Clients and keys of another provider, as whoever brings them along asks for them. Throws
 * {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow; what was not done then is done when it
 * is asked again.
 */
public interface ClientImport {

    /** All that is in the way, each a sentence without secrets; empty when it can be imported. */
    List<String> problems(ClientDump dump, Deadline deadline);

    /**
     * Imports what is not here yet. A client that is here stays as it is, and so does a key.
     *
     * @param dump without problems
     * @param dry whether it is only counted
     */
    ImportedClients run(ClientDump dump, boolean dry, Actor actor, Deadline deadline);

    /**
     * What came of an import.
     *
     * @param clients that were made
     * @param present that were here before
     * @param keys that were made
     * @param notices what else there is to say of single clients, each a sentence
     */
    record ImportedClients(int clients, int present, int keys, List<String> notices) {
        public ImportedClients {
            notices = List.copyOf(notices);
        }
    }
}
