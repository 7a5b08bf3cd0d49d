package io.github.auraauth.port.out.authtoken;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Auth tokens in their order. Safe for use by many threads; {@link Outage} and null arguments as in {@link UserStore}. */
public interface AuthTokenDirectory {

    /**
     * So many tokens by rising id.
     *
     * @param account whose they are; absent for those of all accounts
     * @param place where they stand
     * @param most 1 or more
     */
    List<AuthToken> page(Optional<AccountId> account, Keyset<AuthTokenId> place, int most, Deadline deadline);

    /** How many there are, counted no further than {@code most}. */
    int count(Optional<AccountId> account, int most, Deadline deadline);

    /**
     * So many tokens that are not withdrawn and end within a time, the first to end first.
     *
     * @param until before which they end
     */
    List<AuthToken> ending(Instant from, Instant until, int most, Deadline deadline);

    /**
     * So many tokens that are good at a time and were neither made nor used for long: those that never were used first, then
     * those that have lain longest.
     *
     * @param since when they were not made or used any more
     */
    List<AuthToken> unused(Instant since, Instant now, int most, Deadline deadline);

    /** All that came from the configured list, withdrawn ones too. */
    Map<AuthTokenDigest, AuthToken> listed(Deadline deadline);
}
