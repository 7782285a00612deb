/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import reactor.core.publisher.Mono;

/** Takes one record; the next one of the same key comes after completion. */
@FunctionalInterface
public interface BusListener {

    Mono<Void> on(BusRecord record);
}
