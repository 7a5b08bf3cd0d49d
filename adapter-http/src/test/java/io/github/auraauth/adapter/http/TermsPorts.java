package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.terms.TermsAcceptances;
import io.github.auraauth.port.in.terms.TermsAuthentication;

/** All that the terms API asks of the core. */
record TermsPorts(TermsAuthentication keys, TermsAcceptances acceptances) {}
