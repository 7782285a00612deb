/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.gateway.admission.AdmissionProperties;
import io.ohmnibus.gateway.admission.Network;
import io.ohmnibus.gateway.admission.Refusal;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections there are: of each network, and of those that are no WebSocket yet. */
final class Crowd {

    private final AdmissionProperties limits;
    private final Map<String, Integer> byNetwork = new ConcurrentHashMap<>();
    private final AtomicInteger pending = new AtomicInteger();

    Crowd(AdmissionProperties limits) {
        this.limits = limits;
    }

    /** Counts a new connection, unless there are too many: then the reason. */
    Optional<Refusal> enter(SocketAddress peer, boolean proxy) {
        if (pending.incrementAndGet() > limits.maxPendingConnections()) {
            pending.decrementAndGet();
            return Optional.of(Refusal.TOO_MANY_HANDSHAKES);
        }
        int most = proxy ? Integer.MAX_VALUE : limits.maxConnectionsPerAddress();
        String network = Network.of(peer);
        if (byNetwork.merge(network, 1, Integer::sum) > most) {
            leave(peer);
            settle();
            return Optional.of(Refusal.TOO_MANY_CONNECTIONS);
        }
        return Optional.empty();
    }

    /** Its handshake is over, whichever way. */
    void settle() {
        pending.decrementAndGet();
    }

    /** It is closed. */
    void leave(SocketAddress peer) {
        byNetwork.computeIfPresent(
                Network.of(peer), (network, count) -> count == 1 ? null : count - 1);
    }
}
