package io.github.auraauth.outgoing;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;

/** Executes exchanges with one upstream. Safe for use by many threads. */
interface Exchanges {
    /**
     * Waits for one of the upstream's sockets, which the next {@link #execute} of this thread takes and gives back.
     *
     * @throws Outage.UpstreamTimedOut when there is none by the deadline
     */
    void reserve(Deadline end);

    /**
     * The response.
     *
     * @throws Outage.UpstreamTimedOut when it is not there by the deadline
     * @throws Outage.UpstreamFailed when there will be none
     */
    UpstreamResponse execute(UpstreamRequest from, Deadline end);
}
