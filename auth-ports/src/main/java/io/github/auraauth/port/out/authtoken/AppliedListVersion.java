package io.github.auraauth.port.out.authtoken;

import io.github.auraauth.domain.authtoken.ReleaseOrder;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;

/**
 * The version of the program that applied the configured list of tokens last. Safe for use by many threads and processes;
 * {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface AppliedListVersion {

    /** Whether no later version is noted; notes nothing. */
    boolean isCurrent(String version, Deadline deadline);

    /**
     * Notes the version, unless a later one is noted; {@link ReleaseOrder} says which is
     * later.
     *
     * @return whether it is noted now, so that this program may apply its list
     */
    boolean advanceTo(String version, Deadline deadline);
}
