package io.github.auraauth.adapter.http.front;

/**
 * What one API has of its own behind the common door.
 *
 * @param doorkeeper who lets its callers in
 * @param endpoints what does its operations
 * @param presenter who makes pages of refusals, for the operations that people see
 */
public record Desk(Doorkeeper doorkeeper, Endpoints endpoints, Presenter presenter) {}
