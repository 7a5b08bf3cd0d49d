package io.github.auraauth.front.fault;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What is put into an answer.
 *
 * @param delay how much later it is answered; zero for not at all
 * @param status of the error that is answered, and nothing done; empty where the answer stays
 */
public record Fault(Duration delay, OptionalInt status) {}
