package io.github.auraauth.testkit.simulation;

/** Unwinds the thread of a process that is no more. No code under test may catch it. */
final class ProcessCrashed extends Error {
    private static final long serialVersionUID = 1L;

    ProcessCrashed(String process) {
        super(process + " has crashed", null, false, false);
    }
}
