package io.github.auraauth.testkit.user;

/**
 * The contract of {@link io.github.auraauth.port.out.user.UserStore}. An adapter's test implements it: {@code store()} gives
 * a store that holds nothing when a test begins, constructed with the clock that {@code clock()} gives. A test class may
 * implement {@link UserDirectoryContract} and {@link LastAccessesContract} beside it.
 */
public interface UserStoreContract
        extends UserStoreReadWriteTests,
                UserStoreExpiryTests,
                UserStoreReplaceTests,
                UserStoreNewestTests,
                UserStoreConcurrencyTests {}
