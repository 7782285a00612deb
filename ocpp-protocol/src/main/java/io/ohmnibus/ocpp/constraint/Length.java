/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.constraint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most characters (Unicode code points) of a string, or of each string in a list. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {

    /** The limit, in both versions unless {@link #max201} says otherwise. */
    int max();

    /** The limit in 2.0.1 where it is lower; 0 where it is the same. */
    int max201() default 0;

    /**
     * Whether the text only describes something to people, so that a tolerant reader may cut it;
     * identifiers, values, addresses and signatures may not be cut.
     */
    boolean descriptive() default false;
}
