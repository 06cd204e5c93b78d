package org.kadam.assessment.itemtype;

import static org.kadam.assessment.itemtype.ItemTypeContract.json;

import jakarta.json.JsonObject;
import java.util.List;

class PhoneTest implements ItemTypeContract {

  @Override
  public ItemType type() {
    return new Phone();
  }

  /** Two ways to mute a group: by its title, or by the menu. */
  @Override
  public JsonObject item() {
    return json(
        "{'id':'an-item','type':'phone','start':'chat','goal':['muted'],'hint':['title','mute'],"
            + "'screens':{'chat':{'look':'chat','controls':["
            + "{'id':'title','look':'title','to':'info'},"
            + "{'id':'menu','look':'icon','icon':'more','to':'more'}]},"
            + "'more':{'look':'sheet','over':'chat','controls':["
            + "{'id':'menu-mute','look':'row','set':['muted'],'to':'chat'},"
            + "{'id':'menu-leave','look':'row','set':['left'],'to':'chat'}]},"
            + "'info':{'look':'list','controls':["
            + "{'id':'mute','look':'row','set':['muted']},"
            + "{'id':'back','look':'icon','icon':'back','to':'chat'}]}}}");
  }

  @Override
  public List<JsonObject> right() {
    return List.of(
        json("{'path':['title','mute'],'hints':0,'gaveUp':false}"),
        json("{'path':['menu','menu-mute']}"),
        json("{'path':['title','back','menu','menu-leave','menu','menu-mute'],'hints':0}"));
  }

  @Override
  public List<JsonObject> wrong() {
    return List.of(
        json("{'path':[],'hints':0,'gaveUp':false}"),
        json("{'path':['title'],'hints':0,'gaveUp':false}"),
        json("{'path':['mute'],'hints':0,'gaveUp':false}"),
        json("{'path':['menu','menu-leave'],'hints':0,'gaveUp':false}"),
        json("{'path':['title','mute'],'hints':0,'gaveUp':true}"),
        json("{'path':['no-such-control'],'hints':0,'gaveUp':false}"));
  }

  @Override
  public List<JsonObject> unreadable() {
    return List.of(json("{'path':'title'}"), json("{'path':[1]}"), json("{'gaveUp':true}"));
  }
}
