/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The templates of all tenants. */
interface DisplayTemplates {

    /** Keeps a template in the place of the one with that name. */
    Mono<Void> put(String tenant, DisplayTemplate template);

    /** The template, or empty. */
    Mono<DisplayTemplate> find(String tenant, String name);

    /** In the order of their names, beginning after one. */
    Flux<DisplayTemplate> list(String tenant, @Nullable String after, int limit);

    /** False when there is none of that name. */
    Mono<Boolean> remove(String tenant, String name);
}
