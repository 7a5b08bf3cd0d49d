package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.terms.AcceptTerms;
import io.github.auraauth.port.in.terms.AuthenticateTermsCaller;
import io.github.auraauth.port.in.terms.FindLatestTerms;
import io.github.auraauth.port.in.terms.ReadTerms;
import io.github.auraauth.port.in.terms.RegisterTermsStatus;
import io.github.auraauth.port.in.terms.RemoveTerms;
import io.github.auraauth.port.in.terms.UpdateTermsStatus;

/** All that the terms API asks of the core. */
public record TermsPorts(AuthenticateTermsCaller keys, Changing changing, Reading reading) {

    /** How records come, change and go. */
    public record Changing(
            AcceptTerms accepting, RegisterTermsStatus registering, UpdateTermsStatus updating, RemoveTerms removing) {}

    /** How records are found. */
    public record Reading(ReadTerms records, FindLatestTerms latest) {}
}
