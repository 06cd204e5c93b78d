package org.kadam.support.boundary;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A short note of a person: at most 500 characters, lines allowed, no other control characters and
 * none that turn the direction of writing around. Marks inside Hindi and Lao words are welcome.
 */
@Size(max = 500)
@Pattern(regexp = "[[\\P{Cc}\\n]&&[^\\u202A-\\u202E\\u2066-\\u2069]]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {
  String message() default "At most 500 characters of plain text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
