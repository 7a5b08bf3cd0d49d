package io.github.auraauth.adapter.pages;

import io.github.auraauth.front.browser.PublicAddress;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The configuration of all pages.
 *
 * @param address where browsers reach the service
 * @param locales asked for every page, so that texts can change while the service runs
 * @param image shown when somebody has logged in or out; asked for every page, as it may come later
 * @param zone of the times that are shown
 */
public record PageConfig(
        PublicAddress address, Supplier<Locales> locales, Supplier<Optional<PageImage>> image, ZoneId zone) {}
