package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.AcceptTerms;
import io.github.auraauth.port.in.AuthenticateTermsCaller;
import io.github.auraauth.port.in.FindLatestTerms;
import io.github.auraauth.port.in.ReadTerms;
import io.github.auraauth.port.in.RegisterTermsStatus;
import io.github.auraauth.port.in.RemoveTerms;
import io.github.auraauth.port.in.UpdateTermsStatus;

/** All that the terms API asks of the core. */
public record TermsPorts(AuthenticateTermsCaller keys, Changing changing, Reading reading) {

    /** How records come, change and go. */
    public record Changing(
            AcceptTerms accepting, RegisterTermsStatus registering, UpdateTermsStatus updating, RemoveTerms removing) {}

    /** How records are found. */
    public record Reading(ReadTerms records, FindLatestTerms latest) {}
}
