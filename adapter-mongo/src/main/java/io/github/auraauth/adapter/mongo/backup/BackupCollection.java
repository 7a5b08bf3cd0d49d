package io.github.auraauth.adapter.mongo.backup;

import java.util.Arrays;
import java.util.Optional;

/**
 * The collections that a backup holds, in the order in which they are read and written: owners before what is theirs, and
 * last of all what takes something away, so that a removal that happens meanwhile is never missing beside what it removed.
 */
enum BackupCollection {
    SUPERUSERS("superusers"),
    GROUPS("groups"),
    PERMISSIONS("permissions"),
    ACCOUNTS("accounts"),
    PASSKEYS("passkeys"),
    AUTH_TOKENS("authTokens"),
    AUTH_TOKEN_LIST("authTokenList"),
    CLIENTS("oidc_clients"),
    CONSENTS("oidc_consents"),
    SIGNING_KEYS("oidc_keys"),
    API_KEYS("apikeys"),
    USERS("users"),
    TERMS("services"),
    TERMS_HISTORY("servicesHistory"),
    ACTIVITY("activity"),
    ACTIVITY_CHAINS("activity_chains"),
    LOGIN_STATES("loginStates"),
    ASSERTIONS("oidc_assertions"),
    ERASED_AURA_IDS("erasedAuraIds"),
    ERASURES("erasures"),
    REVOCATIONS("revocations");

    private final String collection;

    BackupCollection(String collection) {
        this.collection = collection;
    }

    /** Its name in the file, and in the database save for the collection of users, which is configured. */
    String collection() {
        return collection;
    }

    /** Whether it lies in the database of the terms. */
    boolean isOfTerms() {
        return this == TERMS || this == TERMS_HISTORY;
    }

    /** Whether it holds persons' rows or records, which an erasure removes. */
    boolean isPersonal() {
        return this == USERS || isOfTerms();
    }

    /** Whether it takes something away, so that it is restored before what it may take. */
    boolean isRemoving() {
        return compareTo(ACTIVITY) >= 0;
    }

    /** The one of that name in a file. */
    static Optional<BackupCollection> named(String collection) {
        return Arrays.stream(values())
                .filter(each -> each.collection.equals(collection))
                .findFirst();
    }
}
