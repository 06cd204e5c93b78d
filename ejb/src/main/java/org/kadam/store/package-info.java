/** The schema: migrations run before Hibernate validates. Nothing imports this. */
package org.kadam.store;
