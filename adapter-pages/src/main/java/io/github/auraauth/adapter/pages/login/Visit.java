package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.front.request.Browser;

/**
 * A browser at one step.
 *
 * @param state as it came
 * @param code as it came, or empty
 */
record Visit(Step step, String state, String code, Browser browser) {
    @Override
    public String toString() {
        return "Visit[" + step + "]";
    }
}
