package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.adapter.pages.PageKind;

/** A step of a login or logout. */
enum LoginStep {
    /** A link is opened. */
    START(PageKind.DONE),
    /** The person who opened it confirms. */
    START_CONFIRMATION(PageKind.DONE),
    /** The provider sends the browser back. */
    CALLBACK(PageKind.DONE),
    /** The person whose login began elsewhere confirms. */
    CONFIRMATION(PageKind.DONE),
    LOGOUT(PageKind.LOGOUT);

    private final PageKind success;

    LoginStep(PageKind success) {
        this.success = success;
    }

    /** What is shown when it ends well and nobody asked for another page. */
    PageKind success() {
        return success;
    }

    /**
     * Whether a form of ours led to it. Browsers hold a page's {@code form-action} against every redirect that follows its
     * form, so that the way to another origin is a page of ours.
     */
    boolean isOfAForm() {
        return this == START_CONFIRMATION || this == CONFIRMATION;
    }
}
