package io.github.auraauth.adapter.http.definition;

/** What an operation does to users, by {@code x-aura-kind}. */
public enum OperationKind {
    REGISTER,
    READ,
    REMOVE,
    /** Has nothing to do with users. */
    OPERATE
}
