package io.github.auraauth.adapter.http.login;

import io.github.auraauth.adapter.http.answer.PageKind;

/** A step of a login or logout. */
enum Step {
    START(PageKind.DONE),
    CALLBACK(PageKind.DONE),
    CONFIRMATION(PageKind.DONE),
    LOGOUT(PageKind.LOGOUT);

    private final PageKind success;

    Step(PageKind success) {
        this.success = success;
    }

    /** What is shown when it ends well and nobody asked for another page. */
    PageKind success() {
        return success;
    }
}
