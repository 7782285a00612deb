/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import reactor.core.publisher.Mono;

/** A running reader of whole partitions, which can be asked whether it knows everything. */
public interface Followed extends Reading {

    /**
     * Completes when all that stands in the partitions at the time of subscription has been
     * handled; while the brokers cannot be reached, it does not.
     */
    Mono<Void> readToEnd();
}
