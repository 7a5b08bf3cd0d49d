package io.github.auraauth.adapter.redis;

import io.lettuce.core.resource.DefaultEventLoopGroupProvider;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;

/** Network threads that outlive the clients which use them; Lettuce's own would end and begin with every client. */
final class LastingEventLoops extends DefaultEventLoopGroupProvider {
    LastingEventLoops(int threads) {
        super(threads);
    }

    /** Keeps them; {@link #shutdown} ends them. */
    @Override
    public Promise<Boolean> release(EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
        return ImmediateEventExecutor.INSTANCE.<Boolean>newPromise().setSuccess(true);
    }
}
