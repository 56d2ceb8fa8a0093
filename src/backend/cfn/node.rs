//! A template as a value, before it is YAML or JSON.
//!
//! [`Node`] knows the intrinsic functions, so that YAML can write them short (`!Ref Vpc`) and JSON
//! long (`{"Ref": "Vpc"}`).

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

pub type Text<'g> = Cow<'g, str>;

#[derive(Clone, Debug, PartialEq)]
pub enum Node<'g> {
    Text(Text<'g>),
    Int(i64),
    Bool(bool),
    List(Vec<Node<'g>>),
    Map(Fields<'g>),
    /// `!Ref Vpc`
    Ref(Text<'g>),
    /// `!GetAtt Key.Arn`
    GetAtt(Text<'g>, Text<'g>),
    /// `!Sub arn:${AWS::Partition}:s3:::x`; literal `${` is escaped already.
    Sub(String),
    /// `!Join` without a separator, for pieces that `!Sub` cannot name.
    Join(Vec<Node<'g>>),
    /// `!Select`: an element of a list.
    Select(u32, Box<Node<'g>>),
    /// `!Cidr`: so many blocks of a range, each with so many bits of its own.
    Cidr(Box<Node<'g>>, u32, u32),
    /// `!Split`: a text between separators.
    Split(&'static str, Box<Node<'g>>),
}

pub type Fields<'g> = Vec<(Text<'g>, Node<'g>)>;

impl<'g> Node<'g> {
    /// A map in the order given.
    pub fn map<const N: usize>(fields: [(&'g str, Node<'g>); N]) -> Node<'g> {
        Node::Map(fields.into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).collect())
    }
}

impl<'g> From<&'g str> for Node<'g> {
    fn from(text: &'g str) -> Node<'g> {
        Node::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Node::Text(Cow::Owned(text))
    }
}
impl From<bool> for Node<'_> {
    fn from(value: bool) -> Self {
        Node::Bool(value)
    }
}
impl From<i64> for Node<'_> {
    fn from(value: i64) -> Self {
        Node::Int(value)
    }
}
impl<'g> From<Vec<Node<'g>>> for Node<'g> {
    fn from(items: Vec<Node<'g>>) -> Self {
        Node::List(items)
    }
}

/// The long form, which JSON needs.
impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Text(text) => serializer.serialize_str(text),
            Node::Int(value) => serializer.serialize_i64(*value),
            Node::Bool(value) => serializer.serialize_bool(*value),
            Node::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Node::Map(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Node::Ref(id) => function(serializer, "Ref", id),
            Node::GetAtt(id, attribute) => function(serializer, "Fn::GetAtt", &[id, attribute]),
            Node::Sub(text) => function(serializer, "Fn::Sub", text),
            Node::Join(pieces) => function(serializer, "Fn::Join", &("", pieces)),
            Node::Select(index, list) => function(serializer, "Fn::Select", &(index, list)),
            Node::Cidr(range, blocks, bits) => function(serializer, "Fn::Cidr", &(range, blocks, bits)),
            Node::Split(separator, text) => function(serializer, "Fn::Split", &(separator, text)),
        }
    }
}

fn function<S: Serializer>(serializer: S, name: &str, argument: &(impl Serialize + ?Sized)) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(name, argument)?;
    map.end()
}
