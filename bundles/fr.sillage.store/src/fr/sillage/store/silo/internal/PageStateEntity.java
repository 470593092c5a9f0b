package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.PageState;
import fr.sillage.store.database.internal.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a page showed. */
@Entity(name = "PageState")
@Table(name = "PAGE_STATE")
class PageStateEntity {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "DIGEST")
    private String digest;

    @Lob
    @Column(name = "CONTENT")
    private String content;

    @Column(name = "USED")
    @Convert(converter = InstantConverter.class)
    private Instant used;

    protected PageStateEntity() {}

    PageStateEntity(PageState state) {
        id = state.id();
        digest = state.digest();
        content = state.content();
        used = state.used();
    }

    /** Never earlier than before, whatever the clock says. */
    PageStateEntity used(Instant now) {
        used = now.isAfter(used) ? now : used;
        return this;
    }

    PageState state() {
        return new PageState(id, digest, content, used);
    }
}
