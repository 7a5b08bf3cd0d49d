package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.front.request.BrowserHeaders;

/**
 * A browser at one step.
 *
 * @param state as it came
 * @param code as it came, or empty
 */
record LoginStepRequest(LoginStep step, String state, String code, BrowserHeaders browser) {
    @Override
    public String toString() {
        return "Visit[" + step + "]";
    }
}
