/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Message;
import reactor.core.publisher.Mono;

/**
 * Watches what stations send, without answering. Any number per action, in any service; SENDs come
 * here too. An observer may see a message again after a crash, so it must be idempotent.
 */
public interface CallObserver<M extends Message> {

    Mono<Void> observe(Station station, M message);
}
