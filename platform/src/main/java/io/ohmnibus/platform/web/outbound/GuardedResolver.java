/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.scheduler.Schedulers;

/**
 * Looks names up and leaves out what is not allowed. The connection is made to the very address
 * that was looked at, so a name that means something else a moment later changes nothing.
 */
final class GuardedResolver extends AddressResolverGroup<InetSocketAddress> {

    private final AllowedAddresses allowed;

    GuardedResolver(AllowedAddresses allowed) {
        this.allowed = allowed;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor);
    }

    /** Looking up may take long, and does so on a thread that may wait. */
    private final class Resolver extends AbstractAddressResolver<InetSocketAddress> {

        Resolver(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** Also an address in digits is looked at. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) {
            Schedulers.boundedElastic()
                    .schedule(() -> {
                        try {
                            promise.trySuccess(lookUp(asked).getFirst());
                        } catch (UnknownHostException e) {
                            promise.tryFailure(e);
                        }
                    });
        }

        @Override
        protected void doResolveAll(
                InetSocketAddress asked, Promise<List<InetSocketAddress>> promise) {
            Schedulers.boundedElastic()
                    .schedule(() -> {
                        try {
                            promise.trySuccess(lookUp(asked));
                        } catch (UnknownHostException e) {
                            promise.tryFailure(e);
                        }
                    });
        }
    }

    /** At least one address. */
    private List<InetSocketAddress> lookUp(InetSocketAddress asked) throws UnknownHostException {
        InetAddress known = asked.getAddress();
        Stream<InetAddress> found =
                known == null
                        ? Stream.of(InetAddress.getAllByName(asked.getHostString()))
                        : Stream.of(known);
        List<InetSocketAddress> good =
                found.filter(allowed::contains)
                        .map(address -> new InetSocketAddress(address, asked.getPort()))
                        .toList();
        if (good.isEmpty()) {
            throw new AddressNotAllowed(asked.getHostString());
        }
        return good;
    }
}
