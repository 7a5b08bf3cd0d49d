package io.github.auraauth.adapter.pages;

import java.util.Optional;

/**
 * A page that says what happened and what to do now. For the templates.
 *
 * @param image path of a picture to show
 */
public record Message(PageLayout frame, String description, String action, Optional<String> image) {}
