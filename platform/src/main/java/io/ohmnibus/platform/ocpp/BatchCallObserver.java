/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Message;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Watches what many stations send at a time: what waits is seen together, in one transaction. Each
 * message is another station's. When it fails, each comes once more alone.
 */
public interface BatchCallObserver<M extends Message> extends CallObserver<M> {

    Mono<Void> observeAll(List<Received<M>> messages);

    /** One message alone. */
    @Override
    default Mono<Void> observe(Station station, M message) {
        return observeAll(List.of(new Received<>(station, message)));
    }
}
