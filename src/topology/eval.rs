//! Expressions to values: finite, without effects, once.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::codes;
use super::patterns::Copies;
use super::value::{Path, PlacePattern, Value, ValueKind};
use crate::diag::{Diagnostic, Sink};
use crate::nearest::nearest;
use crate::source::Span;
use crate::syntax::ast::{self, BinaryOp, Expr, ExprKind, StrPart, UnaryOp};

/// More elements than any topology needs; keeps `range(0, 4_000_000_000)` from eating the machine.
const MOST_ELEMENTS: u64 = 10_000;

/// Names that a `for` binds, innermost last.
#[derive(Clone, Debug, Default)]
pub struct Env<'a>(Option<Rc<Binding<'a>>>);

#[derive(Debug)]
struct Binding<'a> {
    name: &'a str,
    value: Value<'a>,
    outer: Env<'a>,
}

impl<'a> Env<'a> {
    pub fn bind(&self, name: &'a str, value: Value<'a>) -> Env<'a> {
        Env(Some(Rc::new(Binding { name, value, outer: self.clone() })))
    }

    fn get(&self, name: &str) -> Option<&Value<'a>> {
        let mut env = self;
        while let Some(binding) = &env.0 {
            if binding.name == name {
                return Some(&binding.value);
            }
            env = &binding.outer;
        }
        None
    }
}

enum LetState<'a> {
    Running,
    Done(Value<'a>),
}

/// What every expression of the topology may mention.
pub struct Scope<'a> {
    /// Patterns by name: the items that declare them.
    pub patterns: BTreeMap<&'a str, &'a ast::Item>,
    pub copies: &'a Copies<'a>,
    /// Patterns whose uses are being written, outermost first.
    pub expanding: RefCell<Vec<String>>,
    pub used_patterns: RefCell<BTreeSet<String>>,
    pub lets: BTreeMap<&'a str, &'a ast::Let>,
    pub inputs: BTreeMap<&'a str, Value<'a>>,
    /// Regions of the topology, sorted.
    pub regions: Vec<(&'static str, Span)>,
    pub accounts: Vec<String>,
    /// Instances of families that stand outside of any `for`: name to places as written.
    pub families: BTreeMap<String, Vec<PlacePattern>>,
    let_values: RefCell<BTreeMap<&'a str, LetState<'a>>>,
    let_stack: RefCell<Vec<&'a ast::Let>>,
    /// Names of lets and inputs that were read.
    pub used: RefCell<BTreeSet<&'a str>>,
    /// `param("…")` by name.
    pub params: RefCell<BTreeMap<String, Span>>,
    pub sink: RefCell<Sink>,
    depth: Cell<u32>,
}

impl<'a> Scope<'a> {
    pub fn new(copies: &'a Copies<'a>) -> Scope<'a> {
        Scope {
            patterns: BTreeMap::new(),
            copies,
            expanding: RefCell::default(),
            used_patterns: RefCell::default(),
            lets: BTreeMap::new(),
            inputs: BTreeMap::new(),
            regions: Vec::new(),
            accounts: Vec::new(),
            families: BTreeMap::new(),
            let_values: RefCell::default(),
            let_stack: RefCell::default(),
            used: RefCell::default(),
            params: RefCell::default(),
            sink: RefCell::default(),
            depth: Cell::default(),
        }
    }

    pub fn report(&self, diagnostic: Diagnostic) {
        self.sink.borrow_mut().push(diagnostic);
    }

    pub fn has_errors(&self) -> bool {
        self.sink.borrow().has_errors()
    }

    pub fn eval(&self, expr: &'a Expr, env: &Env<'a>) -> Value<'a> {
        let span = expr.span;
        let value = |kind| Value::new(span, kind);
        match &expr.kind {
            ExprKind::Error => Value::error(span),
            ExprKind::Int(number) => value(ValueKind::Int(*number)),
            ExprKind::Bool(truth) => value(ValueKind::Bool(*truth)),
            ExprKind::Str(parts) => self.eval_string(parts, span, env),
            ExprKind::NameTemplate(parts) => super::patterns::as_name(self.eval_string(parts, span, env)),
            ExprKind::Cidr { addr, prefix } => value(ValueKind::Cidr(*addr, *prefix)),
            ExprKind::Prefix(prefix) => value(ValueKind::Prefix(*prefix)),
            ExprKind::Ip(addr) => value(ValueKind::Ip(*addr)),
            ExprKind::Asn(number) => value(ValueKind::Asn(*number)),
            ExprKind::Duration(ms) => value(ValueKind::Duration(*ms)),
            ExprKind::Size(bytes) => value(ValueKind::Size(*bytes)),
            ExprKind::Rate(bits) => value(ValueKind::Rate(*bits)),
            ExprKind::Percent(part) => value(ValueKind::Percent(*part)),
            ExprKind::Money(amount) => value(ValueKind::Money(*amount)),
            ExprKind::Account(id) => value(ValueKind::Account(id.as_str().into())),
            ExprKind::Range(from, to) => value(ValueKind::Range(Rc::new((self.eval(from, env), self.eval(to, env))))),
            ExprKind::Name(name) => self.eval_name(name, span, env),
            ExprKind::Star => value(ValueKind::Path(Rc::new(Path::word("*")))),
            ExprKind::Field(base, field) => self.eval_field(base, field, span, env),
            ExprKind::AtPlace(base, place) => self.eval_at(base, place, span, env),
            ExprKind::Slash(left, right) => self.eval_slash(left, right, span, env),
            ExprKind::Named(name, _) => {
                self.report(
                    Diagnostic::new(&codes::WRONG_TYPE, span, format!("this function has no argument `{}`", name.text))
                        .here("arguments have no names here")
                        .help("write the value alone, in its place"),
                );
                Value::error(span)
            }
            ExprKind::Index(base, index) => self.eval_index(base, index, span, env),
            ExprKind::Call(name, args) => self.eval_call(name, args, span, env),
            ExprKind::Node(name, body) => value(ValueKind::Node(name, body)),
            ExprKind::List(items) => value(ValueKind::List(items.iter().map(|each| self.eval(each, env)).collect())),
            ExprKind::Record(fields) => value(ValueKind::Record(fields.iter().map(|(name, each)| (name, self.eval(each, env))).collect())),
            ExprKind::From(prefix, pool) => match self.eval(prefix, env).kind {
                ValueKind::Prefix(prefix) => value(ValueKind::FromPool(prefix, Rc::new(self.eval(pool, env)))),
                ValueKind::Error => Value::error(span),
                other => self.wrong(prefix.span, "a prefix length such as `/16` before `from`", &Value::new(prefix.span, other)),
            },
            ExprKind::Arrow(from, arrow, to) => value(ValueKind::Pair(*arrow, Rc::new((self.eval(from, env), self.eval(to, env))))),
            ExprKind::Binary(op, left, right) => self.eval_binary(*op, left, right, span, env),
            ExprKind::Unary(op, operand) => self.eval_unary(*op, operand, span, env),
        }
    }

    /// A condition of `if` and `where`.
    pub fn eval_condition(&self, expr: &'a Expr, env: &Env<'a>) -> bool {
        let value = self.eval(expr, env);
        match value.kind {
            ValueKind::Bool(truth) => truth,
            ValueKind::Error => false,
            _ => {
                self.wrong(expr.span, "a condition (true or false)", &value);
                false
            }
        }
    }

    /// The elements that a `for` binds over.
    pub fn eval_elements(&self, expr: &'a Expr, env: &Env<'a>) -> Vec<Value<'a>> {
        let value = self.eval(expr, env);
        match &value.kind {
            ValueKind::List(values) => values.to_vec(),
            ValueKind::Path(path) => match self.instances(path, value.span) {
                Some(instances) => instances,
                None => {
                    self.unknown_name(&path.base, value.span, "list");
                    Vec::new()
                }
            },
            ValueKind::Error => Vec::new(),
            _ => {
                self.wrong(expr.span, "a list, `regions`, `accounts` or a family", &value);
                Vec::new()
            }
        }
    }

    /// Evaluates a family's path to its instances: `core@*`, `core`.
    fn instances(&self, path: &Path, span: Span) -> Option<Vec<Value<'a>>> {
        let places = self.families.get(&path.base)?;
        if !path.fields.is_empty() || path.index.is_some() || path.region.is_some() {
            return None;
        }
        let wanted = |place: &PlacePattern| match &path.place {
            None => true,
            Some(pattern) => {
                pattern.region.as_ref().is_none_or(|region| Some(region) == place.region.as_ref())
                    && (pattern.account.is_none() || pattern.account == place.account)
            }
        };
        Some(
            places
                .iter()
                .filter(|place| wanted(place))
                .map(|place| {
                    let path = Path { place: Some(place.clone()), ..Path::word(path.base.clone()) };
                    Value::new(span, ValueKind::Path(Rc::new(path)))
                })
                .collect(),
        )
    }

    pub fn wrong(&self, span: Span, wanted: &str, found: &Value<'_>) -> Value<'a> {
        if !found.is_error() {
            self.report(
                Diagnostic::new(&codes::WRONG_TYPE, span, format!("expected {wanted}, found {}", found.describe()))
                    .here(format!("this is {}", found.describe())),
            );
        }
        Value::error(span)
    }

    pub fn unknown_name(&self, name: &str, span: Span, what: &str) {
        let known = self
            .lets
            .keys()
            .chain(self.inputs.keys())
            .copied()
            .chain(self.families.keys().map(String::as_str))
            .chain(["regions", "accounts"]);
        let near = nearest(name, known).map(str::to_owned);
        self.report(unknown(name, span, what, near.as_deref()));
    }

    fn eval_name(&self, name: &'a str, span: Span, env: &Env<'a>) -> Value<'a> {
        if let Some(value) = env.get(name) {
            return Value { span, kind: value.kind.clone() };
        }
        if let Some(value) = self.inputs.get(name) {
            self.used.borrow_mut().insert(self.inputs.get_key_value(name).expect("just found").0);
            return Value { span, kind: value.kind.clone() };
        }
        if let Some((key, binding)) = self.lets.get_key_value(name) {
            self.used.borrow_mut().insert(key);
            let value = self.eval_let(key, binding, span);
            return Value { span, kind: value.kind };
        }
        let words = |names: Vec<String>| {
            Value::new(
                span,
                ValueKind::List(names.into_iter().map(|name| Value::new(span, ValueKind::Path(Rc::new(Path::word(name))))).collect()),
            )
        };
        match name {
            "regions" => words(self.regions.iter().map(|(code, _)| (*code).to_owned()).collect()),
            "accounts" => words(self.accounts.clone()),
            _ => Value::new(span, ValueKind::Path(Rc::new(Path::word(name)))),
        }
    }

    fn eval_let(&self, name: &'a str, binding: &'a ast::Let, span: Span) -> Value<'a> {
        let running = match self.let_values.borrow().get(name) {
            Some(LetState::Done(value)) => return value.clone(),
            Some(LetState::Running) => true,
            None => false,
        };
        if running {
            let stack = self.let_stack.borrow();
            let start = stack.iter().position(|each| each.name.text == name).unwrap_or(0);
            let cycle = &stack[start..];
            let names: Vec<&str> = cycle.iter().map(|each| each.name.text.as_str()).chain([name]).collect();
            let mut diagnostic =
                Diagnostic::new(&codes::CYCLE, cycle[0].name.span, format!("`{name}` depends on itself: {}", names.join(" -> ")))
                    .here("its value needs itself")
                    .help("give one of them a value of its own");
            for each in &cycle[1..] {
                diagnostic = diagnostic.label(each.name.span, "by way of this");
            }
            self.report(diagnostic);
            return Value::error(span);
        }
        self.let_values.borrow_mut().insert(name, LetState::Running);
        self.let_stack.borrow_mut().push(binding);
        let value = self.eval(&binding.value, &Env::default());
        self.let_stack.borrow_mut().pop();
        self.let_values.borrow_mut().insert(name, LetState::Done(value.clone()));
        value
    }

    fn eval_string(&self, parts: &'a [StrPart], span: Span, env: &Env<'a>) -> Value<'a> {
        let mut text = String::new();
        for part in parts {
            match part {
                StrPart::Text(more) => text.push_str(more),
                StrPart::Expr(expr) => {
                    let value = self.eval(expr, env);
                    match &value.kind {
                        ValueKind::Error => return Value::error(span),
                        ValueKind::List(_) | ValueKind::Record(_) | ValueKind::Node(..) | ValueKind::Pair(..) | ValueKind::Param(_) => {
                            return self.wrong(expr.span, "a single value inside `${}`", &value);
                        }
                        _ => text.push_str(&value.to_string()),
                    }
                }
            }
        }
        super::dynamic::check(self, &text, span);
        Value::new(span, ValueKind::Str(text.into()))
    }

    fn eval_field(&self, base: &'a Expr, field: &'a ast::Ident, span: Span, env: &Env<'a>) -> Value<'a> {
        let value = self.eval(base, env);
        match &value.kind {
            ValueKind::Error => Value::error(span),
            ValueKind::Path(path) => {
                // An instance knows where it is; everything else is a reference into it.
                if let (Some(place), true) = (&path.place, path.fields.is_empty() && path.index.is_none()) {
                    let word = match field.text.as_str() {
                        "region" => place.region.clone(),
                        "account" => place.account.clone(),
                        "name" => Some(path.base.clone()),
                        _ => None,
                    };
                    if let Some(word) = word {
                        return Value::new(span, ValueKind::Path(Rc::new(Path::word(word))));
                    }
                }
                let mut path = (**path).clone();
                path.fields.push(field.text.clone());
                Value::new(span, ValueKind::Path(Rc::new(path)))
            }
            ValueKind::Record(fields) => match fields.iter().find(|(name, _)| name.text == field.text) {
                Some((_, value)) => Value { span, kind: value.kind.clone() },
                None => {
                    let near = nearest(&field.text, fields.iter().map(|(name, _)| name.text.as_str()));
                    self.report(unknown(&field.text, field.span, "field", near));
                    Value::error(span)
                }
            },
            _ => self.wrong(base.span, &format!("something with a field `{}`", field.text), &value),
        }
    }

    fn eval_at(&self, base: &'a Expr, place: &'a Expr, span: Span, env: &Env<'a>) -> Value<'a> {
        let (base_value, place_value) = (self.eval(base, env), self.eval(place, env));
        if base_value.is_error() || place_value.is_error() {
            return Value::error(span);
        }
        let Some(path) = base_value.as_path() else {
            return self.wrong(base.span, "a name before `@`", &base_value);
        };
        let Some(pattern) = place_value.as_path().and_then(Path::as_place) else {
            return self.wrong(place.span, "a place after `@`", &place_value);
        };
        let mut path = path.clone();
        path.place = Some(pattern);
        Value::new(span, ValueKind::Path(Rc::new(path)))
    }

    fn eval_slash(&self, left: &'a Expr, right: &'a Expr, span: Span, env: &Env<'a>) -> Value<'a> {
        let (left_value, right_value) = (self.eval(left, env), self.eval(right, env));
        if left_value.is_error() || right_value.is_error() {
            return Value::error(span);
        }
        match (left_value.as_word(), right_value.as_word()) {
            (Some(account), Some(region)) => {
                let path = Path { region: Some(region.to_owned()), ..Path::word(account) };
                Value::new(span, ValueKind::Path(Rc::new(path)))
            }
            (None, _) => self.wrong(left.span, "an account before `/`", &left_value),
            (_, None) => self.wrong(right.span, "a region after `/`", &right_value),
        }
    }

    fn eval_index(&self, base: &'a Expr, index: &'a Expr, span: Span, env: &Env<'a>) -> Value<'a> {
        let (base_value, index_value) = (self.eval(base, env), self.eval(index, env));
        match (&base_value.kind, &index_value.kind) {
            (ValueKind::Error, _) | (_, ValueKind::Error) => Value::error(span),
            (ValueKind::List(values), ValueKind::Int(number)) => match values.get(*number as usize) {
                Some(value) => Value { span, kind: value.kind.clone() },
                None => {
                    self.report(
                        Diagnostic::new(
                            &codes::OUT_OF_RANGE,
                            index.span,
                            format!("the list has {} elements, and no element {number}", values.len()),
                        )
                        .here("counted from 0"),
                    );
                    Value::error(span)
                }
            },
            (ValueKind::Path(path), _) if index_value.as_word().is_some() => {
                let mut path = (**path).clone();
                path.index = index_value.as_word().map(str::to_owned);
                Value::new(span, ValueKind::Path(Rc::new(path)))
            }
            (ValueKind::List(_), _) => self.wrong(index.span, "an integer", &index_value),
            _ => self.wrong(base.span, "a list or a subnet group", &base_value),
        }
    }

    fn eval_call(&self, name: &'a Expr, args: &'a [Expr], span: Span, env: &Env<'a>) -> Value<'a> {
        let ExprKind::Name(function) = &name.kind else {
            let value = self.eval(name, env);
            return self.wrong(name.span, "the name of a function", &value);
        };
        match (function.as_str(), args) {
            ("param", [arg]) => {
                let value = self.eval(arg, env);
                match &value.kind {
                    ValueKind::Str(text) => {
                        self.params.borrow_mut().entry(text.to_string()).or_insert(span);
                        Value::new(span, ValueKind::Param(text.clone()))
                    }
                    _ => self.wrong(arg.span, "the parameter's name as a string", &value),
                }
            }
            ("pairs", [arg]) => {
                let elements = self.eval_elements(arg, env);
                let mut pairs = Vec::new();
                for (ix, first) in elements.iter().enumerate() {
                    for second in &elements[ix + 1..] {
                        if pairs.len() as u64 >= MOST_ELEMENTS {
                            return self.too_many(span);
                        }
                        pairs.push(Value::new(span, ValueKind::List([first.clone(), second.clone()].into())));
                    }
                }
                Value::new(span, ValueKind::List(pairs.into()))
            }
            ("zip", [left, right]) => {
                let (left, right) = (self.eval_elements(left, env), self.eval_elements(right, env));
                let pairs = left.into_iter().zip(right).map(|(a, b)| Value::new(span, ValueKind::List([a, b].into())));
                Value::new(span, ValueKind::List(pairs.collect()))
            }
            ("range", [from, to]) => match (self.eval(from, env).kind, self.eval(to, env).kind) {
                (ValueKind::Int(from), ValueKind::Int(to)) if to.saturating_sub(from) <= MOST_ELEMENTS => {
                    Value::new(span, ValueKind::List((from..to).map(|n| Value::new(span, ValueKind::Int(n))).collect()))
                }
                (ValueKind::Int(_), ValueKind::Int(_)) => self.too_many(span),
                (ValueKind::Error, _) | (_, ValueKind::Error) => Value::error(span),
                (ValueKind::Int(_), other) => self.wrong(to.span, "an integer", &Value::new(to.span, other)),
                (other, _) => self.wrong(from.span, "an integer", &Value::new(from.span, other)),
            },
            ("len", [arg]) => Value::new(span, ValueKind::Int(self.eval_elements(arg, env).len() as u64)),
            _ => Value::new(span, ValueKind::Call(function, args.iter().map(|arg| self.eval(arg, env)).collect())),
        }
    }

    fn too_many(&self, span: Span) -> Value<'a> {
        self.report(
            Diagnostic::new(&codes::OUT_OF_RANGE, span, format!("more than {MOST_ELEMENTS} elements"))
                .here("this list is too long")
                .help("a topology has no use for so many; check the bounds"),
        );
        Value::error(span)
    }

    fn eval_unary(&self, op: UnaryOp, operand: &'a Expr, span: Span, env: &Env<'a>) -> Value<'a> {
        let value = self.eval(operand, env);
        match (op, &value.kind) {
            (_, ValueKind::Error) => Value::error(span),
            (UnaryOp::Not, ValueKind::Bool(truth)) => Value::new(span, ValueKind::Bool(!truth)),
            (UnaryOp::Not, _) => self.wrong(operand.span, "true or false after `not`", &value),
            (UnaryOp::Neg, _) => self.wrong(operand.span, "a value that is not negative: the language has no negative numbers", &value),
        }
    }

    fn eval_binary(&self, op: BinaryOp, left: &'a Expr, right: &'a Expr, span: Span, env: &Env<'a>) -> Value<'a> {
        if self.depth.get() > 500 {
            return Value::error(span);
        }
        self.depth.set(self.depth.get() + 1);
        let (a, b) = (self.eval(left, env), self.eval(right, env));
        self.depth.set(self.depth.get() - 1);
        if a.is_error() || b.is_error() {
            return Value::error(span);
        }
        binary(self, op, &a, &b, span)
    }
}

/// An operator on two values. Also used by assertions, over values of the finished topology.
pub fn binary<'a>(scope: &Scope<'a>, op: BinaryOp, a: &Value<'a>, b: &Value<'a>, span: Span) -> Value<'a> {
    use ValueKind::{Bool, Int, Str};
    let value = |kind| Value::new(span, kind);
    match op {
        BinaryOp::And | BinaryOp::Or => match (&a.kind, &b.kind) {
            (Bool(x), Bool(y)) => value(Bool(if op == BinaryOp::And { *x && *y } else { *x || *y })),
            (Bool(_), _) => scope.wrong(b.span, "true or false", b),
            _ => scope.wrong(a.span, "true or false", a),
        },
        BinaryOp::Eq | BinaryOp::Ne => match equal(a, b) {
            Some(same) => value(Bool(same == (op == BinaryOp::Eq))),
            None => scope.wrong(b.span, &format!("something to compare with {}", a.describe()), b),
        },
        BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => match order(a, b) {
            Some(order) => value(Bool(match op {
                BinaryOp::Lt => order.is_lt(),
                BinaryOp::Le => order.is_le(),
                BinaryOp::Gt => order.is_gt(),
                _ => order.is_ge(),
            })),
            None => scope.wrong(b.span, &format!("something to compare with {}", a.describe()), b),
        },
        BinaryOp::Add => match (&a.kind, &b.kind) {
            (Int(x), Int(y)) => checked(scope, x.checked_add(*y), span),
            (Str(x), Str(y)) => {
                let text = format!("{x}{y}");
                super::dynamic::check(scope, &text, span);
                value(Str(text.into()))
            }
            (Int(_), _) => scope.wrong(b.span, "an integer", b),
            (Str(_), _) => scope.wrong(b.span, "a string", b),
            _ => scope.wrong(a.span, "an integer or a string", a),
        },
        BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => match (&a.kind, &b.kind) {
            (Int(x), Int(y)) => checked(
                scope,
                match op {
                    BinaryOp::Sub => x.checked_sub(*y),
                    BinaryOp::Mul => x.checked_mul(*y),
                    _ => x.checked_div(*y),
                },
                span,
            ),
            (Int(_), _) => scope.wrong(b.span, "an integer", b),
            _ => scope.wrong(a.span, "an integer", a),
        },
    }
}

fn checked<'a>(scope: &Scope<'a>, result: Option<u64>, span: Span) -> Value<'a> {
    match result {
        Some(number) => Value::new(span, ValueKind::Int(number)),
        None => {
            scope.report(
                Diagnostic::new(&codes::OUT_OF_RANGE, span, "this has no value: it is negative, too large, or a division by zero")
                    .here("cannot be computed"),
            );
            Value::error(span)
        }
    }
}

fn equal(a: &Value<'_>, b: &Value<'_>) -> Option<bool> {
    use ValueKind::*;
    Some(match (&a.kind, &b.kind) {
        (Path(x), Path(y)) => x == y,
        // `env == "prod"` and `env == prod` mean the same.
        (Path(x), Str(y)) | (Str(y), Path(x)) => x.as_word() == Some(&**y),
        (Str(x), Str(y)) => x == y,
        (Bool(x), Bool(y)) => x == y,
        (Cidr(x, p), Cidr(y, q)) => (x, p) == (y, q),
        (Ip(x), Ip(y)) => x == y,
        (Account(x), Account(y)) => x == y,
        (List(x), List(y)) => x.len() == y.len() && x.iter().zip(y.iter()).all(|(x, y)| equal(x, y) == Some(true)),
        _ => return order(a, b).map(std::cmp::Ordering::is_eq),
    })
}

fn order(a: &Value<'_>, b: &Value<'_>) -> Option<std::cmp::Ordering> {
    use ValueKind::*;
    Some(match (&a.kind, &b.kind) {
        (Int(x), Int(y)) => x.cmp(y),
        (Asn(x), Asn(y)) => x.cmp(y),
        (Asn(x), Int(y)) => u64::from(*x).cmp(y),
        (Int(x), Asn(y)) => x.cmp(&u64::from(*y)),
        (Prefix(x), Prefix(y)) => x.cmp(y),
        (Duration(x), Duration(y)) | (Size(x), Size(y)) | (Rate(x), Rate(y)) => x.cmp(y),
        (Percent(x), Percent(y)) | (Money(x), Money(y)) => x.cmp(y),
        _ => return None,
    })
}

/// A name that nothing declares.
pub fn unknown(name: &str, span: Span, what: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&codes::UNKNOWN_NAME, span, format!("there is no {what} `{name}`")).here("not declared");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near),
        None => diagnostic.help("declare it, or name one that exists".to_string()),
    }
}
